package dev.lindy.cli.command;

import dev.lindy.project.discovery.analysis.ProjectProfile;
import dev.lindy.project.discovery.interview.Answers;

/** What a project would be set up as, unless a person says otherwise. */
record Proposal(ProjectProfile profile, Answers answers) {

    Proposal describedAs(String description) {
        return new Proposal(profile, answers.withDescription(description.strip()));
    }
}
