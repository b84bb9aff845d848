int best(int N) {
    return IntStream.rangeClosed(0, 12).boxed()
        .min(Comparator.comparingDouble(d -> exact(even(N), d, 0).error())).get();
}
int bestOf25 = best(25), bestOf400 = best(400);
