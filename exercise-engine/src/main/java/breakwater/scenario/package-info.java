/**
 * What is planned to go wrong, and when: the MSEL (master scenario events list) with its injects, faults and
 * objectives, and the exercise that holds a network, a scenario and their settings together. Read from YAML by
 * {@code breakwater.scenario.yaml.ExerciseReader}; played by the engine.
 */
@NullMarked
package breakwater.scenario;

import org.jspecify.annotations.NullMarked;
