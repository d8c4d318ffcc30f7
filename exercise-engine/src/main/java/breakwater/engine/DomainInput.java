package breakwater.engine;

import breakwater.exercise.Envelope;
import breakwater.exercise.InjectId;
import breakwater.exercise.Intent;

import java.util.Comparator;

/** What reaches a domain from outside, at its time. */
public sealed interface DomainInput {

    /** The one order of simultaneous inputs: control first, then envelopes by sender and sequence, then intents. */
    Comparator<DomainInput> ORDER = Comparator.comparingLong(DomainInput::timeMicros)
            .thenComparingInt(DomainInput::rank)
            .thenComparing(DomainInput::sender)
            .thenComparingLong(DomainInput::sequence);

    long timeMicros();

    int rank();

    String sender();

    long sequence();

    /** Control releases a fault of the scenario. */
    record FaultRelease(long timeMicros, InjectId inject, long sequence) implements DomainInput {
        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String sender() {
            return "";
        }
    }

    /** Control lets a message of the scenario reach the domain. */
    record MessageRelease(long timeMicros, InjectId inject, Told told, long sequence)
            implements DomainInput {

        /** What it says; see {@link breakwater.scenario.Inject.Body.Message}. */
        public record Told(String from, String topic, String about, String text) {}

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public String sender() {
            return "";
        }
    }

    /** An envelope of another domain arrives. */
    record Arrival(Envelope envelope) implements DomainInput {
        @Override
        public long timeMicros() {
            return envelope.arrivesMicros();
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public String sender() {
            return envelope.from().value();
        }

        @Override
        public long sequence() {
            return envelope.sequence();
        }
    }

    /** A responder asks for something. */
    record Ask(Intent.Addressed addressed, long sequence) implements DomainInput {
        @Override
        public long timeMicros() {
            return addressed.timeMicros();
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public String sender() {
            return addressed.by();
        }
    }
}
