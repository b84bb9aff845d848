/// Models that give each state an energy, and learn by making what was seen probable.
@NullMarked
package lectern.nn.energy;

import org.jspecify.annotations.NullMarked;
