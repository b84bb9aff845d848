double bitsThatTurn = 1000 * bell(sqrt(999.0 / 99));      // 0.75
