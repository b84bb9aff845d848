package lectern.nn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("lectern.nn");

    @Test
    void eachPackageUsesOnlyThoseAboveIt() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("lectern.nn..")
                .layer("ops")
                .definedBy("lectern.nn.ops")
                .layer("tensor")
                .definedBy("lectern.nn.tensor")
                .layer("autograd")
                .definedBy("lectern.nn.autograd")
                .layer("layer")
                .definedBy("lectern.nn.layer")
                .layer("recurrent")
                .definedBy("lectern.nn.recurrent")
                .layer("attention")
                .definedBy("lectern.nn.attention")
                .layer("energy")
                .definedBy("lectern.nn.energy")
                .layer("loss")
                .definedBy("lectern.nn.loss")
                .layer("optim")
                .definedBy("lectern.nn.optim")
                .layer("metric")
                .definedBy("lectern.nn.metric")
                .layer("train")
                .definedBy("lectern.nn.train")
                .layer("model")
                .definedBy("lectern.nn.model")
                .layer("attack")
                .definedBy("lectern.nn.attack")
                .layer("text")
                .definedBy("lectern.nn.text")
                .layer("theory")
                .definedBy("lectern.nn.theory")
                .layer("save")
                .definedBy("lectern.nn.save")
                .layer("NN")
                .definedBy("lectern.nn")
                .whereLayer("ops")
                .mayNotAccessAnyLayer()
                .whereLayer("tensor")
                .mayOnlyAccessLayers("ops")
                .whereLayer("autograd")
                .mayOnlyAccessLayers("ops", "tensor")
                .whereLayer("layer")
                .mayOnlyAccessLayers("ops", "tensor", "autograd")
                .whereLayer("recurrent")
                .mayOnlyAccessLayers("ops", "tensor", "autograd", "layer", "loss")
                .whereLayer("attention")
                .mayOnlyAccessLayers("ops", "tensor", "autograd", "layer")
                // A deep belief network becomes a feed-forward one, to be fine-tuned.
                .whereLayer("energy")
                .mayOnlyAccessLayers("ops", "tensor", "autograd", "layer")
                .whereLayer("loss")
                .mayOnlyAccessLayers("ops", "tensor", "autograd")
                .whereLayer("optim")
                .mayOnlyAccessLayers("ops", "tensor", "autograd")
                .whereLayer("metric")
                .mayOnlyAccessLayers("tensor")
                .whereLayer("train")
                .mayOnlyAccessLayers("tensor", "autograd", "layer", "loss", "optim", "metric")
                .whereLayer("model")
                .mayOnlyAccessLayers("ops", "tensor", "autograd", "layer", "recurrent", "attention", "loss")
                .whereLayer("attack")
                .mayOnlyAccessLayers("tensor", "autograd", "layer", "loss")
                .whereLayer("text")
                .mayOnlyAccessLayers("ops", "tensor", "autograd", "layer", "loss", "optim", "train")
                .whereLayer("theory")
                .mayOnlyAccessLayers("ops", "tensor", "autograd", "layer", "loss", "optim", "train")
                .whereLayer("save")
                .mayOnlyAccessLayers("ops", "tensor", "autograd", "layer")
                .check(classes);
    }

    @Test
    void vectorsStayInOpsAndEjmlComesInThroughTheTensor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("lectern.nn.ops")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator..")
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackage("lectern.nn.ops")
                .and()
                .doNotHaveFullyQualifiedName("lectern.nn.tensor.Tensor")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ejml..")
                .check(classes);
    }
}
