package io.journey.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Every package under the root is a slice of its own, however deep it lies. */
record PackageSlices(String root) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        String packageName = type.getPackageName();
        return packageName.startsWith(root) ? SliceIdentifier.of(packageName) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "packages under " + root;
    }
}
