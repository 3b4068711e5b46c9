package dev.lindy.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout that this test was built in, wherever it is started from. */
final class Checkout {

    private Checkout() {}

    static Path root() throws URISyntaxException {
        Path folder = Path.of(Checkout.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        while (!Files.isRegularFile(folder.resolve("CONTRIBUTING.md"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("the classes of this test are in no checkout");
            }
        }
        return folder;
    }
}
