/** Made-up traffic of a seed, for measuring. Nothing in it was ever captured. */
@NullMarked
package dev.sluice.capture.synthetic;

import org.jspecify.annotations.NullMarked;
