package io.journey.local.doctor;

import java.util.List;
import java.util.concurrent.ExecutionException;

/** A look at one thing of an installation. Changes nothing. */
interface Check {

    /** What is looked at. */
    String subject();

    /**
     * Looks.
     *
     * @throws ExecutionException when the brokers did not answer what was asked, or refused; the caller tells
     */
    List<Finding> look() throws InterruptedException, ExecutionException;
}
