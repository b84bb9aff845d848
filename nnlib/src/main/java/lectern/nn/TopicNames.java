package lectern.nn;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import lectern.nn.attack.DeepFool;
import lectern.nn.attack.Fgsm;
import lectern.nn.attack.InputGradient;
import lectern.nn.attack.Saliency;
import lectern.nn.attack.Sensitivity;
import lectern.nn.energy.AnnealedImportanceSampling;
import lectern.nn.energy.ContrastiveDivergence;
import lectern.nn.energy.DeepBeliefNetwork;
import lectern.nn.energy.ExactLikelihood;
import lectern.nn.energy.Gibbs;
import lectern.nn.energy.Hopfield;
import lectern.nn.energy.Rbm;
import lectern.nn.energy.UniformNumbers;
import lectern.nn.energy.VisibleUnits;
import lectern.nn.layer.Layer;
import lectern.nn.loss.Loss;
import lectern.nn.tensor.Examples;
import lectern.nn.tensor.Tensor;
import lectern.nn.text.BytePairEncoding;
import lectern.nn.text.Embeddings;
import lectern.nn.text.Factorization;
import lectern.nn.text.NgramModel;
import lectern.nn.text.TermTokenizer;
import lectern.nn.text.TermWeights;
import lectern.nn.text.Vocabulary;
import lectern.nn.text.Word2vecTraining;
import lectern.nn.text.WordFrequencies;
import lectern.nn.text.WordTokenizer;
import lectern.nn.text.WordVectors;
import lectern.nn.theory.BiasVariance;
import lectern.nn.theory.Cover;
import lectern.nn.theory.GaussianKernel;
import lectern.nn.theory.LeastSquares;
import lectern.nn.theory.LinearSeparation;
import lectern.nn.theory.Perceptron;
import lectern.nn.theory.PolynomialKernel;
import lectern.nn.theory.PolynomialRegression;
import lectern.nn.theory.PrincipalComponents;
import lectern.nn.theory.Standardization;

/// What single lectures are about: energy-based models, attacks, text, theory.
abstract class TopicNames extends LearningNames {

    TopicNames() {}

    /// A restricted Boltzmann machine with starting weights drawn from `random`.
    public static Rbm rbm(int visible, int hidden, RandomGenerator random) {
        return Rbm.of(visible, hidden, random);
    }

    /// A restricted Boltzmann machine whose visible units are any numbers, of unit variance.
    public static Rbm gaussianRbm(int visible, int hidden, RandomGenerator random) {
        return Rbm.of(visible, hidden, VisibleUnits.GAUSSIAN, random);
    }

    /// Learning of a restricted Boltzmann machine, to be set up further and run.
    ///
    /// @param examples (count, visible), 0…1
    public static ContrastiveDivergence contrastiveDivergence(Rbm machine, Tensor examples) {
        return ContrastiveDivergence.of(machine, examples);
    }

    /// Gibbs sampling of a restricted Boltzmann machine, both sides sampled.
    public static Gibbs gibbs(Rbm machine, RandomGenerator random) {
        return new Gibbs(machine, false, UniformNumbers.from(random));
    }

    /// The exact likelihood of a small restricted Boltzmann machine.
    public static ExactLikelihood exactLikelihood(Rbm machine) {
        return ExactLikelihood.of(machine);
    }

    /// An estimate of ln Z of a restricted Boltzmann machine of any size.
    ///
    /// @param examples (count, visible), 0…1, which the chains resemble at first
    /// @param steps from a machine without weights to the given one
    public static AnnealedImportanceSampling annealedImportanceSampling(
            Rbm machine, Tensor examples, int chains, int steps, RandomGenerator random) {
        return AnnealedImportanceSampling.of(machine, examples, chains, steps, UniformNumbers.from(random));
    }

    /// Restricted Boltzmann machines one on top of the other, with the given numbers of units from the data
    /// up.
    public static DeepBeliefNetwork deepBeliefNetwork(RandomGenerator random, int... units) {
        return DeepBeliefNetwork.of(random, units);
    }

    /// A Hopfield network that stores patterns of ±1 by Hebb's rule.
    public static Hopfield hopfield(Tensor patterns) {
        return Hopfield.hebb(patterns);
    }

    /// A Hopfield network that stores patterns of ±1 by the pseudo-inverse: each is a fixed point.
    public static Hopfield pseudoInverseHopfield(Tensor patterns) {
        return Hopfield.pseudoInverse(patterns);
    }

    /// In how many ways a plane through the origin divides points in general position into two classes.
    public static BigInteger coverCount(int points, int dimensions) {
        return Cover.count(points, dimensions);
    }

    /// The share of [#coverCount] in all ways to divide the points.
    public static double coverProbability(int points, int dimensions) {
        return Cover.probability(points, dimensions);
    }

    /// A perceptron that has learned by its rule, with targets of ±1.
    public static Perceptron perceptron(Tensor x, Tensor target, double learningRate, int mostEpochs) {
        return Perceptron.learn(x, target, learningRate, mostEpochs);
    }

    /// A plane that divides two classes, with targets of ±1, if there is one.
    public static Optional<Perceptron> linearSeparation(Tensor x, Tensor target) {
        return LinearSeparation.of(x, target);
    }

    /// (x·y + constant)^degree.
    public static PolynomialKernel polynomialKernel(int degree, double constant) {
        return new PolynomialKernel(degree, constant);
    }

    /// e^(−‖x − y‖² / 2 width²).
    public static GaussianKernel gaussianKernel(double width) {
        return new GaussianKernel(width);
    }

    /// Linear regression in closed form, with the penalty ridge · ‖w‖².
    public static LeastSquares leastSquares(Tensor features, Tensor target, double ridge) {
        return LeastSquares.of(features, target, ridge);
    }

    /// A polynomial in closed form, with the penalty ridge · ‖w‖².
    public static PolynomialRegression polynomialRegression(Tensor x, Tensor target, int degree, double ridge) {
        return PolynomialRegression.fit(x, target, degree, ridge);
    }

    /// What the mean squared error is made of.
    ///
    /// @param predictions (sets, points)
    /// @param truth (points)
    public static BiasVariance biasVariance(Tensor predictions, Tensor truth) {
        return BiasVariance.of(predictions, truth);
    }

    /// The directions of the largest variance.
    public static PrincipalComponents principalComponents(Tensor x) {
        return PrincipalComponents.of(x);
    }

    /// How to bring each feature to mean 0 and deviation 1.
    public static Standardization standardization(Tensor x) {
        return Standardization.of(x);
    }

    /// The gradient of the loss with respect to the inputs.
    public static InputGradient inputGradient(Layer model, Loss loss, Examples examples) {
        return InputGradient.of(model, loss, examples);
    }

    /// Which pixels the logits of the given classes hang on.
    public static Tensor saliency(Layer model, Tensor inputs, int... labels) {
        return Saliency.ofClass(model, inputs, labels);
    }

    /// Which pixels the loss hangs on.
    public static Tensor saliency(Layer model, Loss loss, Examples examples) {
        return Saliency.ofLoss(model, loss, examples);
    }

    /// How much each input feature matters to the outputs.
    public static Sensitivity sensitivity(Layer model, Tensor inputs) {
        return Sensitivity.ofOutputs(model, inputs);
    }

    /// How much each input feature matters to the loss.
    public static Sensitivity sensitivity(Layer model, Loss loss, Examples examples) {
        return Sensitivity.ofLoss(model, loss, examples);
    }

    /// Inputs 0…1 moved by at most epsilon so that a classifier's cross-entropy rises.
    public static Tensor fgsm(Layer model, Examples examples, double epsilon) {
        return Fgsm.of(epsilon).attack(model, crossEntropy(), examples).inputs();
    }

    /// The fast gradient sign method, to be set up further and used.
    public static Fgsm fgsm(double epsilon) {
        return Fgsm.of(epsilon);
    }

    /// The fast gradient sign method in several steps, to be set up further and used.
    public static Fgsm fgsm(double epsilon, double stepSize, int steps) {
        return Fgsm.iterative(epsilon, stepSize, steps);
    }

    /// The attack by the smallest change that alters the class.
    public static DeepFool deepFool() {
        return DeepFool.of();
    }

    /// The same with other settings.
    public static DeepFool deepFool(double overshoot, int maxIterations) {
        return new DeepFool(overshoot, maxIterations);
    }

    /// A tokeniser by rules: words in lower case, numbers, punctuation, contractions in two.
    public static WordTokenizer wordTokenizer() {
        return new WordTokenizer(true);
    }

    /// A tokeniser for counting: words without stop words, punctuation and the suffix of the plural.
    public static TermTokenizer termTokenizer() {
        return TermTokenizer.english();
    }

    /// A tokeniser learned from a text: so many times the most frequent pair becomes one token.
    public static BytePairEncoding bytePairEncoding(String text, int merges) {
        return BytePairEncoding.learn(text, merges);
    }

    /// The tokens of a text that occur often enough, and their ids.
    public static Vocabulary vocabulary(List<String> text, int minimalCount) {
        return Vocabulary.of(text, minimalCount);
    }

    /// The counts of the terms of each document, (documents, vocabulary).
    public static Tensor bagOfWords(List<int[]> documents, int vocabularySize) {
        return TermWeights.bagOfWords(documents, vocabularySize);
    }

    /// The weights of terms that follow from a collection of documents: TF-IDF.
    public static TermWeights tfidf(List<int[]> documents, int vocabularySize) {
        return TermWeights.of(documents, vocabularySize);
    }

    /// The document-word matrix as the nearest product of two matrices of rank k.
    public static Factorization factorization(Tensor matrix, int rank) {
        return Factorization.of(matrix, rank);
    }

    /// A model of language that looks back n − 1 tokens, with k added to each count.
    public static NgramModel ngramModel(int n, double k, int vocabularySize, List<int[]> sequences) {
        return NgramModel.of(n, k, vocabularySize, sequences);
    }

    /// Learning of word vectors, to be set up further and run.
    public static Word2vecTraining word2vec(List<int[]> sentences, int vocabularySize) {
        return Word2vecTraining.of(sentences, vocabularySize);
    }

    /// What word2vec makes of how often each word occurs.
    public static WordFrequencies wordFrequencies(int... counts) {
        return new WordFrequencies(counts);
    }

    /// Vectors that are asked by the words themselves.
    public static WordVectors wordVectors(Vocabulary vocabulary, Embeddings embeddings) {
        return new WordVectors(vocabulary, embeddings);
    }
}
