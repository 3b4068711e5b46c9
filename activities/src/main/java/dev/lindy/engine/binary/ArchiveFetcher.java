package dev.lindy.engine.binary;

import dev.lindy.process.Finished;
import dev.lindy.process.ProcessRunner;
import dev.lindy.process.ShortCommand;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Downloads the publisher's {@code .tar.gz} and unpacks it. */
final class ArchiveFetcher implements Fetcher {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration DOWNLOAD = Duration.ofMinutes(10);
    private static final Duration UNPACK = Duration.ofMinutes(2);

    private final URI archive;
    private final Map<String, String> environment;

    ArchiveFetcher(URI archive, Map<String, String> environment) {
        this.archive = archive;
        this.environment = environment;
    }

    @Override
    public String source() {
        return "its publisher";
    }

    @Override
    public Path fetch(Path folder) throws IOException {
        Path file = folder.resolve("temporal.tar.gz");
        int status = get(file);
        if (status != 200) {
            throw new IOException("answered " + status);
        }
        ShortCommand tar = ShortCommand.of(List.of("tar", "-xzf", file.toString(), "temporal"), folder, environment);
        Finished result = new ProcessRunner().run(tar.withTimeout(UNPACK));
        if (!result.isSuccess()) {
            throw new IOException("could not unpack: " + result.stderr().strip());
        }
        return folder.resolve("temporal");
    }

    private int get(Path file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(archive).timeout(DOWNLOAD).build();
        try {
            return client().send(request, HttpResponse.BodyHandlers.ofFile(file))
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while downloading", e);
        }
    }

    private HttpClient client() {
        HttpClient.Builder client =
                HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NORMAL);
        URI proxy = proxy();
        if (proxy != null && proxy.getHost() != null) {
            client.proxy(ProxySelector.of(
                    new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort())));
        }
        return client.build();
    }

    /** Java does not look at these variables itself. */
    private @Nullable URI proxy() {
        String value = environment.getOrDefault("HTTPS_PROXY", environment.getOrDefault("https_proxy", ""));
        try {
            return value.isBlank() || !archive.getScheme().equals("https") ? null : URI.create(value.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
