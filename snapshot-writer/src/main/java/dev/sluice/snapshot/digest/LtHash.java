package dev.sluice.snapshot.digest;

import dev.sluice.model.ContentDigest;
import dev.sluice.model.SluiceException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A homomorphic digest of a multiset of rows (LtHash: Bellare and Micciancio 1997; Lewi, Kim,
 * Maykov and Weis 2019).
 *
 * <p>1,024 lanes of 16 bits. A row is expanded to 2,048 bytes by AES-256-CTR (zero IV, zero
 * plaintext) under its SHA-256 and added lane by lane mod 2^16, little-endian. So order and
 * partitioning do not matter, and unlike with XOR a repeated row does not cancel. Not thread-safe.
 */
public final class LtHash {
  private static final int LANE_BYTES = 2048;
  private static final int WORDS = LANE_BYTES / Long.BYTES;

  /** Length of {@link #state()} in bytes. */
  public static final int STATE_BYTES = LANE_BYTES + Long.BYTES;

  private static final byte[] ZEROS = new byte[LANE_BYTES];
  private static final IvParameterSpec ZERO_IV = new IvParameterSpec(new byte[16]);

  /** The top bit of each lane: kept out of the sum, so that no carry crosses a lane. */
  private static final long TOP = 0x8000_8000_8000_8000L;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] lanes = new long[WORDS];
  private final byte[] expanded = new byte[LANE_BYTES];
  private final MessageDigest sha256 = ContentDigest.sha256();
  private final Cipher cipher = newCipher();
  private long rows;

  /** Adds one row, as {@code RowCodec.digestRow} gives it. */
  public void add(byte[] canonicalRow) {
    expand(canonicalRow);
    for (int i = 0; i < WORDS; i++) {
      lanes[i] = addLanes(lanes[i], (long) WORD.get(expanded, i * Long.BYTES));
    }
    rows++;
  }

  /** Adds all rows of the other. */
  public void merge(LtHash other) {
    for (int i = 0; i < WORDS; i++) {
      lanes[i] = addLanes(lanes[i], other.lanes[i]);
    }
    rows += other.rows;
  }

  /** Rows added, with repetitions. */
  public long rows() {
    return rows;
  }

  /** The lanes, then the row count; all little-endian. */
  public byte[] state() {
    byte[] state = new byte[STATE_BYTES];
    for (int i = 0; i < WORDS; i++) {
      WORD.set(state, i * Long.BYTES, lanes[i]);
    }
    WORD.set(state, LANE_BYTES, rows);
    return state;
  }

  /** A digest that goes on from {@link #state()}. */
  public static LtHash fromState(byte[] state) {
    if (state.length != STATE_BYTES) {
      throw new SluiceException(
          "a digest state has " + state.length + " bytes instead of " + STATE_BYTES);
    }
    LtHash hash = new LtHash();
    for (int i = 0; i < WORDS; i++) {
      hash.lanes[i] = (long) WORD.get(state, i * Long.BYTES);
    }
    hash.rows = (long) WORD.get(state, LANE_BYTES);
    return hash;
  }

  /** {@code sha256:<hex>} of the state. */
  public String contentDigest() {
    return ContentDigest.of(state());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LtHash hash && hash.rows == rows && Arrays.equals(hash.lanes, lanes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lanes);
  }

  private static long addLanes(long a, long b) {
    return ((a & ~TOP) + (b & ~TOP)) ^ ((a ^ b) & TOP);
  }

  private void expand(byte[] row) {
    try {
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(sha256.digest(row), "AES"), ZERO_IV);
      cipher.doFinal(ZEROS, 0, LANE_BYTES, expanded, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-CTR failed", e);
    }
  }

  private static Cipher newCipher() {
    try {
      return Cipher.getInstance("AES/CTR/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES/CTR", e);
    }
  }
}
