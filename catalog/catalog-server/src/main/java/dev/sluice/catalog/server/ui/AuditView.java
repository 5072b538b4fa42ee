package dev.sluice.catalog.server.ui;

import dev.sluice.catalog.server.db.AuditLog;
import dev.sluice.model.catalog.AuditEntry;
import java.util.List;

/** The newest audit entries and whether the whole chain holds. */
public record AuditView(List<AuditEntry> entries, AuditLog.Check check) {}
