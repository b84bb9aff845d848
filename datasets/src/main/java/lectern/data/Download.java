package lectern.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Fetches files by HTTP. An interrupt ends it at once, as does a server that falls silent.
final class Download implements AutoCloseable {

    private static final int OK = 200;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final Duration TICK = Duration.ofMillis(250);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /// The bytes at an address.
    ///
    /// @param file what the progress calls it
    /// @param limit the number of bytes it surely has not more than
    /// @throws IOException if they cannot be had; the message says why, and not where
    byte[] fetch(URI from, String file, int limit, Progress progress) throws IOException, InterruptedException {
        var body = new Body(limit);
        var coming = client.sendAsync(HttpRequest.newBuilder(from).build(), body);
        boolean told = false;
        try {
            while (true) {
                if (body.hasGrown()) {
                    told = true;
                    progress.update(file, body.size(), body.total);
                }
                try {
                    int status =
                            coming.get(TICK.toMillis(), TimeUnit.MILLISECONDS).statusCode();
                    if (status != OK) {
                        throw new IOException("HTTP status " + status);
                    }
                    told = true;
                    progress.update(file, body.size(), body.size());
                    return body.bytes();
                } catch (TimeoutException _) {
                    // Not yet.
                }
            }
        } catch (ExecutionException e) {
            throw new IOException(reason(Objects.requireNonNullElse(e.getCause(), e)), e);
        } finally {
            coming.cancel(true);
            if (told) {
                progress.end(file);
            }
        }
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ -> "no connection within " + CONNECT.toSeconds() + " s";
            case ConnectException e when e.getCause() instanceof UnresolvedAddressException -> "unknown host";
            case ConnectException _ -> "no connection";
            default -> Optional.ofNullable(failure.getMessage()).orElse(failure.toString());
        };
    }

    /// Does not wait for what was cancelled.
    @Override
    public void close() {
        client.shutdownNow();
    }

    /// What has come so far: filled by the client's threads, watched by the one that waits.
    private static final class Body implements HttpResponse.BodyHandler<Void> {

        private final int limit;
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private volatile long total = -1;

        private int seen;
        private long seenAt = System.nanoTime();

        Body(int limit) {
            this.limit = limit;
        }

        @Override
        public HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo answer) {
            if (answer.statusCode() != OK) {
                return BodySubscribers.discarding();
            }
            total = answer.headers().firstValueAsLong("content-length").orElse(-1);
            return BodySubscribers.ofByteArrayConsumer(chunk -> chunk.ifPresent(this::add));
        }

        private void add(byte[] chunk) {
            if (size() <= limit) {
                received.writeBytes(chunk);
            }
        }

        int size() {
            return received.size();
        }

        byte[] bytes() throws IOException {
            checkLimit();
            return received.toByteArray();
        }

        /// Whether more has come since the last call.
        boolean hasGrown() throws IOException {
            checkLimit();
            if (size() > seen) {
                seen = size();
                seenAt = System.nanoTime();
                return true;
            }
            if (System.nanoTime() - seenAt > SILENCE.toNanos()) {
                throw new IOException("nothing received for " + SILENCE.toSeconds() + " s");
            }
            return false;
        }

        private void checkLimit() throws IOException {
            if (size() > limit) {
                throw new IOException("expected at most " + limit + " bytes, found more");
            }
        }
    }
}
