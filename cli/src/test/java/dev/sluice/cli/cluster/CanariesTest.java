package dev.sluice.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.sluice.capture.canonical.CanonicalWriter;
import dev.sluice.capture.synthetic.SyntheticTraffic;
import dev.sluice.cli.traffic.Bodies;
import dev.sluice.cli.traffic.LeakSearch;
import dev.sluice.model.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CanariesTest {
  @Test
  void theSearchFindsEveryPlantedSecretInTrafficThatWasNotSanitizedAlsoPacked() {
    Canaries canaries = new Canaries();
    SyntheticTraffic traffic = SyntheticTraffic.dense(1);
    List<Exchange> planted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      planted.add(canaries.plant(traffic.next().raw()));
    }

    LeakSearch search = new LeakSearch(canaries.values());
    for (Exchange e : planted) {
      search.bytes("captures", Zstd.compress(CanonicalWriter.write(e)));
      search.text("captures", Bodies.text(e.request().body()));
    }

    Set<Integer> found = new TreeSet<>();
    search.hits().values().forEach(found::addAll);
    assertThat(found).hasSize(canaries.values().size());
    assertThat(canaries.values().size()).isEqualTo(3 * 11);
  }
}
