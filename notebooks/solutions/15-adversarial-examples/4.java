int withBoth = 10 + 1 + 1;
int changedOnly = 10 + 1;
