package lectern.kernel.launch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    private static JavaClasses lectern;

    @BeforeAll
    static void read() {
        lectern = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("lectern");
    }

    @ParameterizedTest
    @CsvSource({
        "lectern.kernel.channel, ''",
        "lectern.kernel.comm, ''",
        "lectern.kernel.maven, ''",
        "lectern.kernel.maven.resolver, lectern.kernel.maven",
        "lectern.kernel.compile, ''",
        "lectern.kernel.assist, lectern.kernel.compile",
        "lectern.kernel.explain, lectern.kernel.compile",
        "lectern.kernel.eval, lectern.kernel.compile|lectern.kernel.assist|lectern.kernel.explain",
        "lectern.kernel.display, lectern.kernel.comm",
        "lectern.kernel.magic, lectern.kernel.eval|lectern.kernel.assist|lectern.kernel.explain|lectern.kernel.maven",
        "lectern.kernel.preload, lectern.kernel.preload.face|lectern.kernel.display|lectern.kernel.comm",
        "lectern.kernel.preload.face, lectern.kernel.display",
    })
    void aKernelPackageUsesOnlyWhatItMay(String name, String allowed) {
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage("lectern.kernel.."))
                        .or(resideInAPackage(name).or(resideInAnyPackage(allowed.split("\\|")))))
                .check(lectern);
    }

    @Test
    void onlyPreloadKnowsTheLibraries() {
        noClasses()
                .that()
                .resideInAPackage("lectern.kernel..")
                .and()
                .resideOutsideOfPackage("lectern.kernel.preload..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("lectern.nn..", "lectern.data..", "lectern.figure..")
                .check(lectern);
    }

    @Test
    void theLibrariesDoNotKnowTheKernel() {
        noClasses()
                .that()
                .resideInAnyPackage("lectern.nn..", "lectern.data..", "lectern.figure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("lectern.kernel..")
                .check(lectern);
    }

    @Test
    void theNetworkLibraryStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage("lectern.nn..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("lectern.data..", "lectern.figure..", "tech.tablesaw..", "org.knowm..")
                .check(lectern);
    }

    @Test
    void dataKnowsOnlyTensors() {
        noClasses()
                .that()
                .resideInAPackage("lectern.data..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("lectern.nn..", "lectern.figure..")
                        .and(DescribedPredicate.not(resideInAnyPackage("lectern.nn.tensor"))))
                .check(lectern);
    }
}
