package dev.lindy.project.discovery.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginRemoteTest {

    @ParameterizedTest
    @CsvSource({
        "https://github.com/acme/shop.git, acme/shop",
        "https://user:t0k3n@github.com/acme/shop, acme/shop",
        "https://t0k3n@git.example.com/acme/shop.git/, acme/shop",
        "git@github.com:acme/shop.git, acme/shop",
        "ssh://git@example.com:22/acme/shop.git, acme/shop",
        "https://gitlab.com/group/sub/shop.git, ''",
        "https://user:p@ss/word@github.com/acme/shop, ''",
        "/srv/git/shop.git, ''",
        "'', ''",
    })
    void keepsOwnerAndNameAlone(String address, String slug) {
        assertThat(OriginRemote.slug(address)).isEqualTo(slug);
    }
}
