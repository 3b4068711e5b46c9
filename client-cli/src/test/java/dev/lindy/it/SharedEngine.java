package dev.lindy.it;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One home with one engine for all tests of a class, and for each test a project and agents of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SharedEngine {

    final LindyHome home = LindyHome.create();
    GitProject project = GitProject.create(home);
    Starts starts = new Starts(home);

    @BeforeEach
    void freshProject() {
        project = GitProject.create(home);
        starts = new Starts(home);
    }

    @AfterAll
    void close() {
        home.close();
    }
}
