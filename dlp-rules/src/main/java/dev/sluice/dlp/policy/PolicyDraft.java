package dev.sluice.dlp.policy;

import dev.sluice.dlp.transform.TransformSpec;
import dev.sluice.model.QuasiIdentifiers;
import dev.sluice.model.SealLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** A policy in the making, from another one. Not thread-safe. */
final class PolicyDraft {
  private Profile profile;
  private double threshold;
  private SortedSet<String> services;
  private SortedSet<String> environments;
  private Windows windows;
  private Duration maxSkew;
  private Limits limits;
  private UnreadableBodies unreadableBodies;
  private SortedMap<String, TransformSpec> transforms;
  private SortedSet<String> disabledRules;
  private SortedSet<String> allow;
  private List<DropRule> drop;
  private List<KeepFields> keepFields;
  private double fullRescanShare;
  private Linking linking;
  private SortedSet<String> disabledPacks;
  private double sample;
  private Optional<SealLimits> block;
  private Optional<SealLimits> approve;
  private int rarity;
  private List<QuasiIdentifiers> quasiIdentifiers;
  private Timestamps timestamps;
  private List<PolicyPart> parts;

  PolicyDraft(Policy from) {
    this.profile = from.profile();
    this.threshold = from.threshold();
    this.services = from.services();
    this.environments = from.environments();
    this.windows = from.windows();
    this.maxSkew = from.maxSkew();
    this.limits = from.limits();
    this.unreadableBodies = from.unreadableBodies();
    this.transforms = from.transforms();
    this.disabledRules = from.disabledRules();
    this.allow = from.allow();
    this.drop = from.drop();
    this.keepFields = from.keepFields();
    this.fullRescanShare = from.fullRescanShare();
    this.linking = from.linking();
    this.disabledPacks = from.disabledPacks();
    this.sample = from.sample();
    this.block = from.block();
    this.approve = from.approve();
    this.rarity = from.rarity();
    this.quasiIdentifiers = from.quasiIdentifiers();
    this.timestamps = from.timestamps();
    this.parts = from.parts();
  }

  PolicyDraft profile(Profile other) {
    this.profile = other;
    return this;
  }

  PolicyDraft threshold(double other) {
    this.threshold = other;
    return this;
  }

  PolicyDraft services(SortedSet<String> other) {
    this.services = other;
    return this;
  }

  PolicyDraft environments(SortedSet<String> other) {
    this.environments = other;
    return this;
  }

  PolicyDraft windows(Windows other) {
    this.windows = other;
    return this;
  }

  PolicyDraft maxSkew(Duration other) {
    this.maxSkew = other;
    return this;
  }

  PolicyDraft limits(Limits other) {
    this.limits = other;
    return this;
  }

  PolicyDraft unreadableBodies(UnreadableBodies other) {
    this.unreadableBodies = other;
    return this;
  }

  PolicyDraft transforms(SortedMap<String, TransformSpec> other) {
    this.transforms = other;
    return this;
  }

  PolicyDraft disabledRules(SortedSet<String> other) {
    this.disabledRules = other;
    return this;
  }

  PolicyDraft allow(SortedSet<String> other) {
    this.allow = other;
    return this;
  }

  PolicyDraft drop(List<DropRule> other) {
    this.drop = other;
    return this;
  }

  PolicyDraft keepFields(List<KeepFields> other) {
    this.keepFields = other;
    return this;
  }

  PolicyDraft fullRescanShare(double other) {
    this.fullRescanShare = other;
    return this;
  }

  PolicyDraft linking(Linking other) {
    this.linking = other;
    return this;
  }

  PolicyDraft disabledPacks(SortedSet<String> other) {
    this.disabledPacks = other;
    return this;
  }

  PolicyDraft sample(double other) {
    this.sample = other;
    return this;
  }

  PolicyDraft block(Optional<SealLimits> other) {
    this.block = other;
    return this;
  }

  PolicyDraft approve(Optional<SealLimits> other) {
    this.approve = other;
    return this;
  }

  PolicyDraft rarity(int other) {
    this.rarity = other;
    return this;
  }

  PolicyDraft quasiIdentifiers(List<QuasiIdentifiers> other) {
    this.quasiIdentifiers = other;
    return this;
  }

  PolicyDraft timestamps(Timestamps other) {
    this.timestamps = other;
    return this;
  }

  PolicyDraft parts(List<PolicyPart> other) {
    this.parts = other;
    return this;
  }

  Policy policy() {
    return new Policy(
        profile,
        threshold,
        services,
        environments,
        windows,
        maxSkew,
        limits,
        unreadableBodies,
        transforms,
        disabledRules,
        allow,
        drop,
        keepFields,
        fullRescanShare,
        linking,
        disabledPacks,
        sample,
        block,
        approve,
        rarity,
        quasiIdentifiers,
        timestamps,
        parts);
  }
}
