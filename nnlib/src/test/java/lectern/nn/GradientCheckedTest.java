package lectern.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import lectern.nn.autograd.GradientCheck;
import lectern.nn.autograd.Var;
import org.junit.jupiter.api.Test;

/// Whatever computes a [Var] for the public is compared with finite differences somewhere.
class GradientCheckedTest {

    private final JavaClasses library = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lectern.nn");
    private final JavaClasses tests = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("lectern.nn");

    @Test
    void everyDifferentiableClassIsInAGradientCheck() {
        var missing = new TreeSet<String>();
        for (JavaClass type : library) {
            if (isDifferentiable(type) && !isChecked(type)) {
                missing.add(type.getName());
            }
        }
        assertEquals(List.of(), List.copyOf(missing), "add it to a test that calls GradientCheck");
    }

    /// A class that makes a variable of variables.
    private static boolean isDifferentiable(JavaClass type) {
        boolean open = type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.isInterface()
                && !type.getPackageName().equals("lectern.nn")
                && !type.getPackageName().equals("lectern.nn.autograd");
        return open
                && type.getMethods().stream()
                        .anyMatch(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                                && method.getRawReturnType().isEquivalentTo(Var.class)
                                && method.getRawParameterTypes().stream()
                                        .anyMatch(parameter -> parameter.isEquivalentTo(Var.class)));
    }

    private boolean isChecked(JavaClass type) {
        return tests.stream()
                .filter(test -> dependsOn(test, GradientCheck.class.getName()))
                .anyMatch(test -> dependsOn(test, type.getName()));
    }

    private static boolean dependsOn(JavaClass test, String name) {
        return test.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().equals(name));
    }
}
