double bestLogLikelihood = -log(30);      // 2⁴ + 2⁴ − 2 patterns
