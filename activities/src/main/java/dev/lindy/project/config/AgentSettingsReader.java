package dev.lindy.project.config;

import dev.lindy.document.NearMiss;
import dev.lindy.project.config.key.ConfigKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which agent is wanted where. */
final class AgentSettingsReader {

    private AgentSettingsReader() {}

    /** The settings of a section, or null where it says nothing. */
    static @Nullable AgentSettings read(Section section) {
        AgentSettings settings = new AgentSettings(
                provider(section).orElse(null),
                section.nullableText("model").orElse(null),
                section.nullableText("effort").orElse(null),
                section.nullableText("permission_mode").orElse(null));
        section.end();
        return settings.equals(AgentSettings.NONE) ? null : settings;
    }

    private static Optional<String> provider(Section section) {
        Optional<String> name = section.nullableText("provider");
        if (name.isPresent() && !ConfigKeys.PROVIDERS.contains(name.get())) {
            section.problem(
                    "provider", "cannot be `" + name.get() + "`", NearMiss.hint(name.get(), ConfigKeys.PROVIDERS));
            return Optional.empty();
        }
        return name;
    }

    /** The entries of {@code failover}: providers, each with a model where a slash follows. */
    static List<String> failover(Section section) {
        List<String> entries = section.texts("failover", List.of());
        List<String> known = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            String provider = AgentChoices.Failover.of(entries.get(i)).provider();
            if (ConfigKeys.PROVIDERS.contains(provider)) {
                known.add(entries.get(i));
            } else {
                section.problem(
                        "failover",
                        i,
                        "cannot be `" + entries.get(i) + "`",
                        NearMiss.hint(provider, ConfigKeys.PROVIDERS));
            }
        }
        return known;
    }
}
