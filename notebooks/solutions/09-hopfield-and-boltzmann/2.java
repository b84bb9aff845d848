double overlapOfFive = 6 / 16.0;     // the vote is with it unless three or four of the other four are against it: 11/16 − 5/16
