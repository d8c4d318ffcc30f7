/**
 * The drill engine of one domain: event-driven, piecewise linear, deterministic. Inputs for a window go in, events and
 * envelopes come out; between two events all rates are constant, so the next event is computed, never searched for.
 *
 * <p>Third in the flow, after network and scenario. {@link breakwater.engine.DomainEngine} is the door; behind it one
 * class per concern, each over plain arrays: key stores, links, relaying, nodes, segments, home services, faults,
 * crews, control plane. Nothing here knows a clock, a thread, a file or who is behind an intent.
 *
 * <p>Order inside one instant: releases of control, then envelopes by sender and sequence, then intents, then timers by
 * slot (see {@code Timers}).
 */
@NullMarked
package breakwater.engine;

import org.jspecify.annotations.NullMarked;
