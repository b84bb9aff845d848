@org.jspecify.annotations.NullMarked
package lectern.bench.conformance;
