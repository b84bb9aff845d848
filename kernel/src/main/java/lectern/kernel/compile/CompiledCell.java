package lectern.kernel.compile;

import java.util.List;
import java.util.Map;

/// What a cell became.
///
/// @param holder the binary name of the class whose static methods are those of the cell
/// @param classes all classes by their binary names; some are earlier declarations, compiled again
/// @param sources the cells that the classes come from, by the simple names of the cells' classes
/// @param runs how many methods run its statements, one after the other, each of `(Object[] value, int[] reached)`
/// @param hasValue whether they leave a value
/// @param variables the variables that it declares, in order; `reached[0]` counts those that have got their value
/// @param notes what its reader should know, such as a method that waits for another
public record CompiledCell(
        String holder,
        Map<String, byte[]> classes,
        Map<String, CellSource> sources,
        int runs,
        boolean hasValue,
        List<TopVariable> variables,
        List<String> notes) {}
