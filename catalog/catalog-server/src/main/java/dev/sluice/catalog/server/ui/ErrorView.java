package dev.sluice.catalog.server.ui;

/** A problem as a page. */
public record ErrorView(int status, String title, String detail) {}
