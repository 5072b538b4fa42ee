package dev.sluice.flink.stream;

import dev.sluice.model.SluiceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;

/** How transactions ended, asked of Kafka's transaction coordinator. */
final class Ends {
  private final Map<String, String> kafka;

  /**
   * @param kafka settings of Kafka clients
   */
  Ends(Map<String, String> kafka) {
    this.kafka = kafka;
  }

  /** Whether the one transaction that this id was used for is committed, or just about to be. */
  boolean isCommitted(String transactionalId) throws InterruptedException {
    try (Admin admin = Admin.create(new HashMap<String, Object>(kafka))) {
      TransactionState state =
          admin
              .describeTransactions(List.of(transactionalId))
              .description(transactionalId)
              .get()
              .state();
      return state == TransactionState.COMPLETE_COMMIT || state == TransactionState.PREPARE_COMMIT;
    } catch (ExecutionException e) {
      throw new SluiceException(
          "Kafka does not tell how transaction " + transactionalId + " ended");
    }
  }
}
