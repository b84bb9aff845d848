package lectern.bench.compare;

/// One epoch of a 784-128-10 network with ReLU and plain descent on 10,000 images, in a process that has done
/// nothing before: its data, the same for everyone, and the process itself.
///
/// @param images how many
/// @param batch images in a step
/// @param learningRate of plain descent
public record ColdStart(int images, int batch, float learningRate) {

    /// Numbers of an image.
    public static final int PIXELS = 784;

    /// Units of the hidden layer.
    public static final int HIDDEN = 128;

    /// What the images show.
    public static final int CLASSES = 10;

    /// What is timed.
    public static ColdStart usual() {
        return new ColdStart(10_000, 64, 0.1f);
    }

    /// The images, (images, 784), 0…1: cheap to make, so that making them is not what is timed.
    public float[] pixels() {
        float[] pixels = new float[images * PIXELS];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i * 40503 & 255) / 256f;
        }
        return pixels;
    }

    /// The labels.
    public int[] labels() {
        int[] labels = new int[images];
        for (int i = 0; i < images; i++) {
            labels[i] = i % CLASSES;
        }
        return labels;
    }

    /// @param args the contender's name, and the number of threads
    public static void main(String[] args) {
        Contender contender = Contenders.named(args[0]);
        contender.start(Integer.parseInt(args[1]));
        double loss = contender.firstEpoch(usual()).orElseThrow();
        System.out.println("loss " + loss);
        System.exit(0);
    }
}
