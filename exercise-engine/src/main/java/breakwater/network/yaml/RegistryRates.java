package breakwater.network.yaml;

import breakwater.keyrate.KeyRate;
import breakwater.keyrate.ProfileRegistry;
import breakwater.keyrate.RateAnswer;

import java.util.Collection;

/** Answers the network reader from the registry of key-rate profiles. */
public final class RegistryRates implements KeyRates {

    private final ProfileRegistry registry;

    public RegistryRates(ProfileRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Collection<String> profiles() {
        return registry.listIds();
    }

    @Override
    public Rate rateAt(String profile, double lossDb) {
        RateAnswer answer = registry.getProfile(profile).rateAtLossDb(lossDb);
        if (answer instanceof KeyRate rate) {
            return new Rate(rate.rateBitPerSecond(), rate.qber(), "");
        }
        return Rate.refused(((RateAnswer.Refused) answer).reason());
    }
}
