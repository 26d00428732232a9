package io.journey.local.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, in words: Java's own exceptions often say no more than the file's name. */
public final class FileReason {

    private FileReason() {}

    public static String of(IOException failure) {
        if (failure instanceof FileAlreadyExistsException taken) {
            return "the file " + taken.getFile() + " is in the way";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof AccessDeniedException denied) {
            return "permission denied for " + denied.getFile();
        }
        return failure.toString();
    }
}
