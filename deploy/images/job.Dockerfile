# The job on Flink. Build the jar first, then from the repository's root:
#   mvn -Dquick -DskipTests -Pjob-jar -pl job -am package
#   docker build -f deploy/images/job.Dockerfile -t sluice-job:0.1.0 .
FROM flink:2.3.0-java17
COPY --chown=flink:flink job/target/sluice-job-*.jar /opt/flink/usrlib/sluice-job.jar
COPY --chown=flink:flink deploy/flink/log4j-console.properties /opt/flink/conf/log4j-console.properties
# Checkpoints on S3: s3p://bucket/checkpoints.
ENV ENABLE_BUILT_IN_PLUGINS=flink-s3-fs-presto-2.3.0.jar
USER flink
