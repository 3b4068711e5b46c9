package dev.lindy.cli.command;

import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.generate.GeneratedFile;
import dev.lindy.project.discovery.interview.Answers;
import java.util.Optional;

/**
 * What a project would be set up as, unless a person says otherwise.
 *
 * @param amended the config that is there, with the modules that are new; empty where there are none
 */
record Proposal(ProjectProfile profile, Answers answers, Optional<GeneratedFile> amended) {

    Proposal describedAs(String description) {
        return new Proposal(profile, answers.withDescription(description.strip()), amended);
    }
}
