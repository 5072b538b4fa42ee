package dev.sluice.cli.doctor;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/** Looks at who may read the raw topic. */
final class AclCheck {
  private static final Set<AclOperation> READING = Set.of(AclOperation.READ, AclOperation.ALL);
  private static final String ANYBODY = "User:*";

  private final Admin admin;
  private final String topic;

  AclCheck(Admin admin, String topic) {
    this.admin = admin;
    this.topic = topic;
  }

  Finding look() throws ExecutionException, InterruptedException {
    AclBindingFilter about =
        new AclBindingFilter(
            new ResourcePatternFilter(ResourceType.TOPIC, topic, PatternType.MATCH),
            AccessControlEntryFilter.ANY);
    try {
      return judge(admin.describeAcls(about).values().get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SecurityDisabledException) {
        return Finding.warn(
            topic,
            "the brokers have no ACLs: whoever reaches them reads raw data",
            "set authorizer.class.name and let the job alone read this topic");
      }
      if (e.getCause() instanceof ClusterAuthorizationException) {
        return Finding.warn(
            topic,
            "this user may not list ACLs",
            "run the doctor as a user with Describe on the cluster");
      }
      throw e;
    }
  }

  private Finding judge(Collection<AclBinding> acls) {
    Set<String> readers = new TreeSet<>();
    for (AclBinding acl : acls) {
      if (acl.entry().permissionType() == AclPermissionType.ALLOW
          && READING.contains(acl.entry().operation())) {
        readers.add(acl.entry().principal());
      }
    }
    if (readers.contains(ANYBODY)) {
      return Finding.fail(
          topic, "every user may read raw data", "remove the Read ACL of User:* from this topic");
    }
    return readers.size() > 1
        ? Finding.warn(
            topic,
            readers.size() + " principals may read raw data: " + String.join(", ", readers),
            "the job's alone should, and an operator's for `sluice quarantine show`")
        : Finding.ok(
            topic,
            readers.isEmpty()
                ? "only super users read raw data"
                : "only " + readers.iterator().next() + " reads raw data");
  }
}
