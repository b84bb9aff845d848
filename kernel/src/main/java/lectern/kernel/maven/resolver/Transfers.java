package lectern.kernel.maven.resolver;

import lectern.kernel.maven.Progress;
import org.eclipse.aether.transfer.AbstractTransferListener;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;

/// Passes on how far the files are that come over the net.
final class Transfers extends AbstractTransferListener {

    private final Progress progress;

    Transfers(Progress progress) {
        this.progress = progress;
    }

    @Override
    public void transferStarted(TransferEvent event) throws TransferCancelledException {
        transferProgressed(event);
    }

    @Override
    public void transferProgressed(TransferEvent event) throws TransferCancelledException {
        if (!progress.arrived(
                name(event), event.getTransferredBytes(), event.getResource().getContentLength())) {
            throw new TransferCancelledException("interrupted");
        }
    }

    @Override
    public void transferSucceeded(TransferEvent event) {
        progress.complete(name(event), event.getTransferredBytes());
    }

    private static String name(TransferEvent event) {
        var path = event.getResource().getResourceName();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
