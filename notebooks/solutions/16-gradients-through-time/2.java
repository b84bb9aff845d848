double truncatedByX = termX[3];         // the last part is step 3 alone: the other two uses lie before the cut
double truncatedByS = termS[3];
