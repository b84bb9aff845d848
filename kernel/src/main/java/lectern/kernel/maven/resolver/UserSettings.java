package lectern.kernel.maven.resolver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuilderFactory;
import org.apache.maven.settings.Profile;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuilderFactory;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultMirrorSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.components.cipher.DefaultPlexusCipher;
import org.sonatype.plexus.components.sec.dispatcher.DefaultSecDispatcher;
import org.sonatype.plexus.components.sec.dispatcher.SecDispatcherException;

/// What the user's `settings.xml` says of mirrors, proxies, passwords and repositories.
///
/// @param home the user's Maven folder
/// @param settings what is said
record UserSettings(Path home, Settings settings) {

    /// @throws IllegalArgumentException if the file cannot be understood
    static UserSettings read(Path home) {
        var request = new DefaultSettingsBuildingRequest();
        var file = home.resolve("settings.xml");
        if (Files.isRegularFile(file)) {
            request.setUserSettingsFile(file.toFile());
        }
        request.setSystemProperties(System.getProperties());
        try {
            return new UserSettings(
                    home,
                    new DefaultSettingsBuilderFactory()
                            .newInstance()
                            .build(request)
                            .getEffectiveSettings());
        } catch (SettingsBuildingException e) {
            throw new IllegalArgumentException(
                    "expected settings that Maven understands in " + file + ", found: " + e.getMessage(), e);
        }
    }

    /// The local repository: of `-Dmaven.repo.local`, of the settings, or below the user's Maven folder.
    Path localRepository() {
        var given = System.getProperty("maven.repo.local", "");
        if (!given.isBlank()) {
            return Path.of(given);
        }
        var named = settings.getLocalRepository();
        return named == null || named.isBlank() ? home.resolve("repository") : Path.of(named);
    }

    void apply(DefaultRepositorySystemSession session) {
        session.setOffline(settings.isOffline());
        var mirrors = new DefaultMirrorSelector();
        for (var mirror : settings.getMirrors()) {
            mirrors.add(
                    mirror.getId(),
                    mirror.getUrl(),
                    mirror.getLayout(),
                    false,
                    mirror.isBlocked(),
                    mirror.getMirrorOf(),
                    mirror.getMirrorOfLayouts());
        }
        session.setMirrorSelector(mirrors);
        var proxies = new DefaultProxySelector();
        for (var proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                proxies.add(
                        new Proxy(
                                proxy.getProtocol(),
                                proxy.getHost(),
                                proxy.getPort(),
                                authentication(proxy.getUsername(), proxy.getPassword())),
                        proxy.getNonProxyHosts());
            }
        }
        session.setProxySelector(proxies);
        var passwords = new DefaultAuthenticationSelector();
        for (var server : settings.getServers()) {
            passwords.add(server.getId(), authentication(server));
        }
        session.setAuthenticationSelector(passwords);
    }

    private Authentication authentication(Server server) {
        return new AuthenticationBuilder()
                .addUsername(server.getUsername())
                .addPassword(decrypted(server.getPassword()))
                .addPrivateKey(server.getPrivateKey(), decrypted(server.getPassphrase()))
                .build();
    }

    private Authentication authentication(String name, String password) {
        return new AuthenticationBuilder()
                .addUsername(name)
                .addPassword(decrypted(password))
                .build();
    }

    /// A password in braces is encrypted with the one in `settings-security.xml`.
    private @Nullable String decrypted(@Nullable String password) {
        if (password == null || !password.startsWith("{")) {
            return password;
        }
        var security = home.resolve("settings-security.xml");
        try {
            return new DefaultSecDispatcher(new DefaultPlexusCipher(), Map.of(), security.toString()).decrypt(password);
        } catch (SecDispatcherException e) {
            throw new IllegalArgumentException(
                    "expected passwords of settings.xml that " + security + " decrypts, found: " + e.getMessage(), e);
        }
    }

    /// The central repository and those of the profiles that are active.
    List<RemoteRepository> repositories() {
        var all = new ArrayList<RemoteRepository>();
        for (var profile : settings.getProfiles()) {
            if (isActive(profile)) {
                profile.getRepositories()
                        .forEach(one ->
                                all.add(new RemoteRepository.Builder(one.getId(), "default", one.getUrl()).build()));
            }
        }
        if (all.stream().noneMatch(one -> one.getId().equals("central"))) {
            all.addAll(0, ofEveryProject());
        }
        return all;
    }

    /// The central repository, which Maven has every project inherit.
    private static List<RemoteRepository> ofEveryProject() {
        var models = new DefaultModelBuilderFactory() {
            Model ofEveryProject() {
                return newSuperPomProvider().getSuperModel("4.0.0");
            }
        };
        return models.ofEveryProject().getRepositories().stream()
                .map(one -> new RemoteRepository.Builder(one.getId(), "default", one.getUrl()).build())
                .toList();
    }

    private boolean isActive(Profile profile) {
        return settings.getActiveProfiles().contains(profile.getId())
                || (profile.getActivation() != null && profile.getActivation().isActiveByDefault());
    }
}
