double bitsThatTurn = 1000 * bell(Math.sqrt(1000.0 / 100));      // 0.78
