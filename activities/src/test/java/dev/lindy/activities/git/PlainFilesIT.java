package dev.lindy.activities.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lindy.plan.TaskId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done without a git process has to be what git would have done. */
class PlainFilesIT {

    @TempDir
    Path folder;

    private static JournalFile file(String path, String text) {
        return new JournalFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Journal journal(Repository repository) {
        return new Journal(repository, Sandbox.RUN);
    }

    private static void fill(Journal journal) {
        journal.append(List.of(file("goal.md", "göal"), file("state.json", "{}")), "Start");
        for (int task : new int[] {1, 10, 100, 101, 250}) {
            journal.append(List.of(file(Journal.taskPath(task), "{\"n\":" + task + "}")), "Täsk " + task);
        }
    }

    @Test
    void writesWhatGitFindsSound() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Journal journal = journal(sandbox.repository());

        fill(journal);

        sandbox.git("fsck", "--strict", "--no-dangling");
        assertThat(sandbox.git("ls-tree", "-r", "--name-only", journal.ref()))
                .isEqualTo(
                        "goal.md\nstate.json\ntasks/0/1.json\ntasks/0/10.json\ntasks/1/100.json\ntasks/1/101.json\ntasks/2/250.json");
        assertThat(sandbox.git("log", "-1", "--format=%an <%ae> %s", journal.ref()))
                .isEqualTo("Lindy <lindy@localhost> Täsk 250");
        assertThat(sandbox.git("rev-list", "--count", journal.ref())).isEqualTo("6");
    }

    @Test
    void appendsToAJournalWithoutAProcess() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        CountingRunner runner = new CountingRunner(GitBinary.in(sandbox.environment()));
        Journal journal = journal(Repository.open(sandbox.project(), sandbox.environment(), runner));
        journal.append(List.of(file("goal.md", "g")), "Start");
        runner.reset();

        journal.append(List.of(file("goal.md", "h")), "Again");

        assertThat(runner.calls()).isEmpty();
        assertThat(sandbox.git("cat-file", "blob", journal.ref() + ":goal.md")).isEqualTo("h");
    }

    @Test
    void goesOnFromWhatGitHasPacked() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        fill(journal(sandbox.repository()));
        sandbox.git("gc", "--quiet");
        Journal journal = journal(sandbox.repository());

        journal.append(List.of(file(Journal.taskPath(2), "two")), "More");

        assertThat(journal.list("tasks/")).hasSize(6);
        assertThat(sandbox.git("rev-list", "--count", journal.ref())).isEqualTo("7");
        sandbox.git("fsck", "--strict", "--no-dangling");
    }

    @Test
    void seesWhatOthersDoToRefs() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Refs refs = sandbox.repository().refs();
        String head = sandbox.head();

        sandbox.git("update-ref", "refs/heads/topic", head);
        assertThat(refs.object("refs/heads/topic")).hasValue(head);
        sandbox.git("pack-refs", "--all");
        assertThat(refs.object("refs/heads/topic")).hasValue(head);
        sandbox.git("branch", "-D", "topic");
        assertThat(refs.object("refs/heads/topic")).isEmpty();
        sandbox.git("symbolic-ref", "refs/heads/alias", "refs/heads/main");
        assertThat(refs.object("refs/heads/alias")).hasValue(head);
    }

    @Test
    void movesARefOnlyFromWhereItIsThoughtToBe() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Refs refs = sandbox.repository().refs();
        String first = sandbox.head();
        sandbox.git("commit", "-qm", "Second", "--allow-empty");
        String second = sandbox.head();
        String ref = "refs/lindy/runs/" + Sandbox.RUN;

        assertThat(refs.moveOwn(new RefUpdate(ref, null, first), "test")).isTrue();
        assertThat(refs.moveOwn(new RefUpdate(ref, null, second), "test")).isFalse();
        assertThat(refs.moveOwn(new RefUpdate(ref, second, first), "test")).isFalse();
        sandbox.git("pack-refs", "--all");
        assertThat(refs.moveOwn(new RefUpdate(ref, first, second), "test")).isTrue();

        assertThat(sandbox.git("rev-parse", ref)).isEqualTo(second);
    }

    @Test
    void leavesALockOfSomebodyElseAlone() throws IOException {
        Sandbox sandbox = Sandbox.withCommit(folder);
        Path lock = sandbox.project().resolve(".git/refs/lindy/runs/x.lock");
        Files.createDirectories(lock.getParent());
        Files.createFile(lock);

        boolean moved = new RefFiles(sandbox.project().resolve(".git")).swap("refs/lindy/runs/x", null, sandbox.head());

        assertThat(moved).isFalse();
        assertThat(lock).exists();
    }

    @Test
    void believesNoObjectThatIsNotWhatItsNameSays() throws IOException {
        ObjectFiles objects = new ObjectFiles(folder);
        String id = objects.write("commit", "tree 1\n\none".getBytes(StandardCharsets.UTF_8));
        String other = objects.write("commit", "tree 2\n\ntwo".getBytes(StandardCharsets.UTF_8));
        assertThat(objects.read("commit", id)).isPresent();
        assertThat(objects.read("blob", id)).isEmpty();

        Files.move(
                folder.resolve(other.substring(0, 2)).resolve(other.substring(2)),
                folder.resolve(id.substring(0, 2)).resolve(id.substring(2)),
                StandardCopyOption.REPLACE_EXISTING);

        assertThat(objects.read("commit", id)).isEmpty();
    }

    @Test
    void asksGitWhereTheRepositoryIsShared() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        sandbox.git("config", "core.sharedRepository", "group");

        Repository repository = sandbox.repository();

        assertThat(repository.git().files().objects()).isEmpty();
        fill(journal(repository));
        assertThat(journal(repository).list("tasks/")).hasSize(5);
    }

    @Test
    void asksGitWhereIdsAreOfAnotherKind() {
        Sandbox sandbox = Sandbox.bare(folder, "sha256");
        sandbox.git("init", "-q", "-b", "main", "--object-format=sha256");
        sandbox.git("commit", "-qm", "First", "--allow-empty");

        Repository repository = sandbox.repository();

        assertThat(repository.git().files().refs()).isEmpty();
        fill(journal(repository));
        assertThat(journal(repository).list("tasks/")).hasSize(5);
    }

    @Test
    void asksGitWhereCommitsAreReplaced() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        String first = sandbox.head();
        sandbox.git("commit", "-qm", "Second", "--allow-empty");
        sandbox.git("replace", sandbox.head(), first);

        assertThat(sandbox.repository().git().files().objects()).isEmpty();
    }

    @Test
    void knowsTheUsersHeadOnABranchAndOffIt() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        assertThat(sandbox.repository().head()).isEqualTo("refs/heads/main");

        sandbox.git("checkout", "-q", "--detach");
        assertThat(sandbox.repository().head()).isEqualTo(sandbox.head());

        sandbox.git("worktree", "add", "-q", "-b", "other", "../other");
        Repository linked = Repository.open(sandbox.project().resolveSibling("other"), sandbox.environment());
        assertThat(linked.head()).isEqualTo("refs/heads/other");
        assertThat(linked.git().files().refs().orElseThrow().isCheckedOut("refs/heads/other"))
                .isTrue();
        assertThat(linked.git().files().refs().orElseThrow().isCheckedOut("refs/heads/main"))
                .isFalse();
    }

    @Test
    void findsTheMergesOfAGoalAlsoWhenTheyArePacked() {
        Sandbox sandbox = Sandbox.withCommit(folder);
        String base = sandbox.head();
        String message = "Merge\n\nLindy-Run: " + Sandbox.RUN + "\nLindy-Task: task-1\n";
        String side = sandbox.git("commit-tree", "-p", base, "-m", "side", base + "^{tree}");
        String merge = sandbox.git("commit-tree", "-p", base, "-p", side, "-m", message, base + "^{tree}");
        String tip = sandbox.git("commit-tree", "-p", merge, "-m", "later", base + "^{tree}");
        sandbox.git("update-ref", "refs/lindy/goal/" + Sandbox.RUN, tip);
        TaskId one = TaskId.of(1);

        assertThat(sandbox.repository().merges(base).find(tip, Sandbox.RUN, one, side))
                .hasValue(merge);
        assertThat(sandbox.repository().merges(base).find(tip, Sandbox.RUN, TaskId.of(2), side))
                .isEmpty();
        sandbox.git("gc", "--quiet");
        assertThat(sandbox.repository().merges(base).find(tip, Sandbox.RUN, one, side))
                .hasValue(merge);
        assertThat(sandbox.repository().merges(base).find(base, Sandbox.RUN, one, side))
                .isEmpty();
    }
}
