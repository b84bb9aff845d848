/// The library against the numbers of another implementation.
package lectern.nn.golden;
