package dev.sluice.model;

/** How often one rule fired at one location with one transform. */
public record FindingCount(
    String ruleId,
    String infoType,
    InfoCategory category,
    String location,
    String transform,
    long count) {}
