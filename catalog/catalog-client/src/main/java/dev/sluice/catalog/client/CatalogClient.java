package dev.sluice.catalog.client;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import dev.sluice.model.SluiceJson;
import dev.sluice.model.SnapshotId;
import dev.sluice.model.SnapshotManifest;
import dev.sluice.model.catalog.AuditEntry;
import dev.sluice.model.catalog.PartUrl;
import dev.sluice.model.catalog.RegisterRequest;
import dev.sluice.model.catalog.Resolution;
import dev.sluice.model.catalog.SnapshotPage;
import dev.sluice.model.catalog.SnapshotSummary;
import dev.sluice.model.catalog.StatusChange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Talks to a catalog over its REST API. Thread-safe; keep one per catalog. Every call throws {@link
 * CatalogException} when the catalog refuses it or cannot be reached.
 */
public final class CatalogClient {
  private static final int AUDIT_PAGE = 500;

  private final Transport transport;
  private final ManifestCache manifests = new ManifestCache();

  /**
   * @param base the catalog's address, such as {@code http://127.0.0.1:8080}
   * @param token API token, sent as a bearer token
   */
  public CatalogClient(URI base, Optional<String> token) {
    this.transport = new Transport(base, token);
  }

  /** A client without a token. */
  public static CatalogClient of(URI base) {
    return new CatalogClient(base, Optional.empty());
  }

  /** Makes a sealed snapshot known. Calling it again with the same manifest changes nothing. */
  public SnapshotSummary register(RegisterRequest request) {
    return read(
        transport.send(transport.post("/v1/snapshots", request).build(), true),
        SnapshotSummary.class);
  }

  /** All matching snapshots, newest window first; pages are fetched as the stream is consumed. */
  public Stream<SnapshotSummary> lookup(LookupQuery query) {
    return Pages.stream(
        cursor -> {
          SnapshotPage page = page(query, cursor);
          return new Pages.Page<>(page.items(), page.nextCursor());
        });
  }

  /** One page of a lookup. */
  public SnapshotPage page(LookupQuery query, Optional<String> cursor) {
    Map<String, String> parameters = query.parameters();
    cursor.ifPresent(c -> parameters.put("cursor", c));
    return get("/v1/snapshots", parameters, SnapshotPage.class);
  }

  /** What the catalog knows of one snapshot. */
  public SnapshotSummary snapshot(String id) {
    return get(path(id, ""), Map.of(), SnapshotSummary.class);
  }

  /**
   * The newest approved snapshot a name stands for.
   *
   * @param name {@code ID | service@latest | service@label | service@2026-11-22T12:00Z}
   */
  public Resolution resolve(String name) {
    return resolve(name, ResolveOptions.approved());
  }

  /** As {@link #resolve(String)}, with options. */
  public Resolution resolve(String name, ResolveOptions options) {
    return get("/v1/resolve", options.parameters(name), Resolution.class);
  }

  /** The manifest; asked for again, an unchanged one is answered from memory after a check. */
  public SnapshotManifest manifest(String id) {
    return SluiceJson.read(manifestBytes(id), SnapshotManifest.class);
  }

  /** The manifest's bytes as they stand in the bucket, checked against their digest. */
  public byte[] manifestBytes(String id) {
    HttpRequest.Builder request = transport.request(path(id, "/manifest"), Map.of());
    Optional<ManifestCache.Entry> known = manifests.get(id);
    known.ifPresent(e -> request.header("If-None-Match", e.etag()));
    try {
      HttpResponse<byte[]> response = transport.send(request.build(), true);
      if (response.statusCode() == 304 && known.isPresent()) {
        return known.get().bytes().clone();
      }
      return remember(id, response);
    } catch (CatalogException e) {
      manifests.remove(id);
      throw e;
    }
  }

  private byte[] remember(String id, HttpResponse<byte[]> response) {
    byte[] bytes = response.body();
    String etag = response.headers().firstValue("ETag").orElse("");
    if (!etag.equals('"' + ContentDigest.of(bytes) + '"')) {
      throw CatalogException.failed(
          "manifest of " + id + " does not match its digest; fetch it again");
    }
    manifests.put(id, new ManifestCache.Entry(etag, bytes));
    return bytes.clone();
  }

  /** Presigned URLs of all parts; they expire after at most ten minutes. */
  public List<PartUrl> partUrls(String id) {
    return read(
        transport.send(transport.request(path(id, "/parts"), Map.of()).build(), true),
        new TypeReference<List<PartUrl>>() {});
  }

  /** Decides on a snapshot. Never repeated by itself; a 409 means somebody else decided first. */
  public SnapshotSummary changeStatus(String id, StatusChange change) {
    return read(
        transport.send(transport.post(path(id, "/status"), change).build(), false),
        SnapshotSummary.class);
  }

  /** The audit log from its beginning. */
  public Stream<AuditEntry> audit() {
    return Pages.stream(
        cursor -> {
          List<AuditEntry> entries = audit(cursor.map(Long::parseLong).orElse(0L), AUDIT_PAGE);
          return new Pages.Page<>(
              entries,
              entries.size() < AUDIT_PAGE
                  ? Optional.empty()
                  : Optional.of(Long.toString(entries.get(entries.size() - 1).seq())));
        });
  }

  /**
   * A stretch of the audit log.
   *
   * @param afterSeq entries after this one; 0 for the beginning
   * @param limit 1 to 500
   */
  public List<AuditEntry> audit(long afterSeq, int limit) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("after", Long.toString(afterSeq));
    parameters.put("limit", Integer.toString(limit));
    return read(
        transport.send(transport.request("/v1/audit", parameters).build(), true),
        new TypeReference<List<AuditEntry>>() {});
  }

  private <T> T get(String path, Map<String, String> parameters, Class<T> type) {
    return read(transport.send(transport.request(path, parameters).build(), true), type);
  }

  private static String path(String id, String rest) {
    if (!SnapshotId.isWellFormed(id)) {
      throw CatalogException.failed(
          "not a snapshot id; resolve a name such as checkout@latest to an id first");
    }
    return "/v1/snapshots/" + id + rest;
  }

  private static <T> T read(HttpResponse<byte[]> response, Class<T> type) {
    try {
      return SluiceJson.read(response.body(), type);
    } catch (SluiceException e) {
      throw CatalogException.failed("the catalog's answer is " + e.getMessage());
    }
  }

  private static <T> T read(HttpResponse<byte[]> response, TypeReference<T> type) {
    try {
      return SluiceJson.mapper().readValue(response.body(), type);
    } catch (IOException e) {
      throw CatalogException.failed("the catalog's answer is not the expected JSON");
    }
  }
}
