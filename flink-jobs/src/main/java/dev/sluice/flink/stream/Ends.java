package dev.sluice.flink.stream;

import dev.sluice.model.SluiceException;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.producer.ProducerConfig;

/** How transactions ended, asked of Kafka's transaction coordinator. */
final class Ends {
  private final Properties settings = new Properties();

  /**
   * @param producer settings; only those of the connection are used
   */
  Ends(Properties producer) {
    settings.putAll(producer);
    settings.remove(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
    settings.remove(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
    settings.remove(ProducerConfig.BUFFER_MEMORY_CONFIG);
    settings.remove(ProducerConfig.LINGER_MS_CONFIG);
    settings.remove(ProducerConfig.COMPRESSION_TYPE_CONFIG);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "30000");
  }

  /** Whether the one transaction that this id was used for is committed, or just about to be. */
  boolean isCommitted(String transactionalId) throws InterruptedException {
    try (Admin admin = Admin.create(settings)) {
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
