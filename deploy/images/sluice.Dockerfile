# The `sluice` command: catalog, doctor, publishing. Build the zip first, then from the repository's root:
#   mvn -Dquick -DskipTests -pl cli -am package
#   docker build -f deploy/images/sluice.Dockerfile -t sluice:0.1.0 .
FROM eclipse-temurin:17-jre-alpine AS unpacked
COPY cli/target/sluice-*.zip /tmp/sluice.zip
RUN unzip -q /tmp/sluice.zip -d /opt && mv /opt/sluice-* /opt/sluice

FROM eclipse-temurin:17-jre
COPY --from=unpacked /opt/sluice /opt/sluice
RUN useradd --uid 10001 --create-home sluice
ENV PATH=/opt/sluice/bin:$PATH
WORKDIR /home/sluice
USER 10001
ENTRYPOINT ["sluice"]
