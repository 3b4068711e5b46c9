package dev.lindy.worker.planner;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The proxy of the usual environment variables, which Java does not look at. */
final class ApiProxy {

    private static final int DEFAULT_PORT = 80;

    private ApiProxy() {}

    /** @param address that is going to be called */
    static Optional<Proxy> of(Map<String, String> environment, String address) {
        try {
            URI target = URI.create(address);
            String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
            return isExempt(environment, String.valueOf(target.getHost()))
                    ? Optional.empty()
                    : value(environment, scheme + "_proxy").map(ApiProxy::proxy);
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Proxy proxy(String text) {
        URI address = URI.create(text.contains("://") ? text : "http://" + text);
        int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port));
    }

    private static boolean isExempt(Map<String, String> environment, String host) {
        String exempt = value(environment, "no_proxy").orElse("");
        return Arrays.stream(exempt.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith("*.") ? name.substring(1) : name)
                .anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith(dotted(name)));
    }

    private static String dotted(String name) {
        return name.startsWith(".") ? name : "." + name;
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment::get)
                .filter(text -> text != null && !text.isBlank())
                .findFirst();
    }
}
