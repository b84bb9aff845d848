double bitsThatTurn = 1000 * bell(Math.sqrt(999.0 / 99));      // 0.75
