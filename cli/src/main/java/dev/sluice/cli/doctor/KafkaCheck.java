package dev.sluice.cli.doctor;

import dev.sluice.job.KafkaOptions;
import dev.sluice.model.SluiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Looks at the brokers, the topics and who may read them. */
final class KafkaCheck {
  private static final String KAFKA = "kafka";
  private static final String MILLIS = "8000";

  private final KafkaOptions kafka;
  private final String brokers;

  KafkaCheck(KafkaOptions kafka) {
    this.kafka = kafka;
    this.brokers = kafka.brokers();
  }

  List<Finding> look(String raw, String quarantine) {
    List<Finding> found = new ArrayList<>();
    Admin admin = null;
    try {
      Map<String, Object> settings = new HashMap<>(kafka.settings());
      settings.put("request.timeout.ms", MILLIS);
      settings.put("default.api.timeout.ms", MILLIS);
      admin = Admin.create(settings);
      var names = admin.listTopics().names().get();
      found.add(Finding.ok(KAFKA, brokers + " answers"));
      encryption(found);
      if (has(names, raw, found)) {
        found.addAll(new TopicCheck(admin, raw).raw());
        found.add(new AclCheck(admin, raw).look());
      }
      if (has(names, quarantine, found)) {
        found.addAll(new TopicCheck(admin, quarantine).present());
      }
    } catch (SluiceException e) {
      found.add(Finding.fail(KAFKA, String.valueOf(e.getMessage()), "correct the file"));
    } catch (ExecutionException | KafkaException e) {
      found.add(unanswered(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      found.add(Finding.fail(KAFKA, "was not asked: interrupted", "try again"));
    } finally {
      if (admin != null) {
        admin.close(Duration.ZERO);
      }
    }
    return found;
  }

  private void encryption(List<Finding> found) {
    if (kafka.config().isEmpty() && !Loopback.all(brokers)) {
      found.add(
          Finding.warn(
              KAFKA,
              "raw data goes over the network unencrypted",
              "give --kafka-config FILE with security.protocol=SASL_SSL; see docs/security.md"));
    }
  }

  private static boolean has(java.util.Set<String> names, String topic, List<Finding> found) {
    if (!names.contains(topic)) {
      found.add(
          Finding.fail(
              topic, "is not there, or this user may not describe it", "create it, or grant Read"));
    }
    return names.contains(topic);
  }

  /** The class tells enough; a message could repeat a setting. */
  private Finding unanswered(Exception e) {
    Throwable why = e.getCause() == null ? e : e.getCause();
    return Finding.fail(
        KAFKA,
        brokers + " does not answer as asked (" + why.getClass().getSimpleName() + ")",
        "check the address, that it runs, and security.protocol and credentials in --kafka-config");
  }
}
