double smallestEpsilon = abs(attack.logits().get(0, 0)) / norm1;
