package lectern.bench.kernel;

import com.google.gson.JsonObject;
import java.util.List;

/// The first epoch of a 784-128-10 network with ReLU and plain descent, batches of 64, on 10,000 images of noise;
/// neither kernel draws anything of it.
final class FirstEpoch implements Study {

    private static final Row DONE = Row.milliseconds("process start → first epoch done, typed at once");
    private static final Row LATER = Row.milliseconds("epoch cell alone, typed 1 s after the start");
    private static final int LATER_MILLISECONDS = 1000;

    /// Images, labels and network.
    private static final Cell NETWORK = new Cell("""
            var images = Tensor.uniform(Shape.of(10_000, 784), 1, random(1));
            var examples = Examples.labelled(images, IntStream.range(0, 10_000).map(i -> i % 10).toArray());
            var model = sequential(dense(784, 128, random(2)), relu(), dense(128, 10, random(3)));""", """
            import torch
            images = torch.rand(10_000, 784) * 2 - 1
            labels = torch.arange(10_000) % 10
            model = torch.nn.Sequential(torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 10))
            optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
            loss_function = torch.nn.CrossEntropyLoss()""");

    private static final Cell EPOCH = new Cell("""
            train(model, examples)
                .loss(crossEntropy()).optimizer(sgd(0.1)).batchSize(64).epochs(1).seed(1)
                .quiet().run();""", """
            order = torch.randperm(10_000)
            for start in range(0, 10_000, 64):
                chosen = order[start : start + 64]
                optimizer.zero_grad()
                loss = loss_function(model(images[chosen]), labels[chosen])
                loss.backward()
                optimizer.step()""");

    @Override
    public String name() {
        return "first epoch";
    }

    @Override
    public List<Row> rows() {
        return List.of(DONE, LATER);
    }

    @Override
    public void run(Bench bench, Contender contender) throws KernelException {
        if (bench.wants(DONE)) {
            bench.sheet().put(DONE, contender, atOnce(bench, contender));
        }
        if (bench.wants(LATER)) {
            bench.sheet().put(LATER, contender, later(bench, contender));
        }
    }

    /// Both cells are sent before the kernel is there.
    private static double atOnce(Bench bench, Contender contender) throws KernelException {
        try (RunningKernel kernel = bench.start(contender)) {
            kernel.send("kernel_info_request", new JsonObject());
            String network = kernel.send(NETWORK);
            String epoch = kernel.send(EPOCH);
            kernel.reply(network, RunningKernel.PATIENCE);
            kernel.reply(epoch, RunningKernel.PATIENCE);
            return kernel.sinceStart().milliseconds();
        }
    }

    /// The first cell is sent at once, the second after a second, or when the first is done if that is later.
    private static double later(Bench bench, Contender contender) throws KernelException {
        try (RunningKernel kernel = bench.start(contender)) {
            kernel.awaitInfo();
            kernel.reply(kernel.send(NETWORK), RunningKernel.PATIENCE);
            kernel.sinceStart().await(LATER_MILLISECONDS);
            var watch = new Stopwatch();
            kernel.reply(kernel.send(EPOCH), RunningKernel.PATIENCE);
            return watch.milliseconds();
        }
    }
}
