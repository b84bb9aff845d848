int inputs = 49;        // D = 50 weights for N = 2 D = 100 examples, and one of them is the bias
