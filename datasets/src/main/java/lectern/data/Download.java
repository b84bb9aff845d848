package lectern.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
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
        try {
            HttpResponse<Void> response = body.await(coming::get, file, progress);
            if (response.statusCode() != 200) {
                throw new IOException("HTTP status " + response.statusCode());
            }
            return body.bytes();
        } catch (ExecutionException e) {
            throw new IOException(reason(Objects.requireNonNullElse(e.getCause(), e)), e);
        } finally {
            coming.cancel(true);
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

    /// Waits a while for an answer.
    private interface Wait {
        HttpResponse<Void> get(long time, TimeUnit unit)
                throws InterruptedException, ExecutionException, TimeoutException;
    }

    /// What has come so far: filled by the client's threads, watched by the one that waits.
    private static final class Body implements HttpResponse.BodyHandler<Void> {

        private final int limit;
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private volatile long total = -1;

        Body(int limit) {
            this.limit = limit;
        }

        @Override
        public HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo answer) {
            total = answer.headers().firstValueAsLong("content-length").orElse(-1);
            return BodySubscribers.ofByteArrayConsumer(chunk -> chunk.ifPresent(this::add));
        }

        private void add(byte[] chunk) {
            if (received.size() <= limit) {
                received.writeBytes(chunk);
            }
        }

        byte[] bytes() {
            return received.toByteArray();
        }

        HttpResponse<Void> await(Wait answer, String file, Progress progress)
                throws IOException, InterruptedException, ExecutionException {
            int before = 0;
            long heard = System.nanoTime();
            boolean told = false;
            try {
                while (true) {
                    int size = received.size();
                    if (size > limit) {
                        throw new IOException("expected at most " + limit + " bytes, found more");
                    }
                    if (size > before) {
                        before = size;
                        heard = System.nanoTime();
                        told = true;
                        progress.update(file, size, total);
                    } else if (System.nanoTime() - heard > SILENCE.toNanos()) {
                        throw new InterruptedIOException("nothing received for " + SILENCE.toSeconds() + " s");
                    }
                    try {
                        HttpResponse<Void> response = answer.get(TICK.toMillis(), TimeUnit.MILLISECONDS);
                        if (told) {
                            progress.update(file, received.size(), total);
                        }
                        return response;
                    } catch (TimeoutException _) {
                        // Not yet.
                    }
                }
            } finally {
                if (told) {
                    progress.end(file);
                }
            }
        }
    }
}
