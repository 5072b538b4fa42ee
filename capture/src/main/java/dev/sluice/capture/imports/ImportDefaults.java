package dev.sluice.capture.imports;

import dev.sluice.model.Direction;
import java.util.Optional;

/**
 * What to assume where a file does not say it.
 *
 * @param env environment of the imported exchanges, {@code [a-z0-9-]{1,63}}
 * @param service service of all of them; empty: the file's own, or else a slug of the request's
 *     host
 * @param direction used where the file has none
 */
public record ImportDefaults(String env, Optional<String> service, Direction direction) {}
