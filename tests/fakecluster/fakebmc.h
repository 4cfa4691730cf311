// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bmc/bmc.h"

#include <QPromise>

namespace Testing
{
// What a BMC of the test answers; shared, since the product makes and owns the object.
struct FakeBmcState {
    Core::Expected<Core::PowerState> power = Core::PowerState::On;
    int asked = 0;
    QList<Core::BmcOrder> orders;
    bool hangs = false;
    // Answers held back; they may outlive the BMC object, as a busy thread's do.
    std::vector<std::shared_ptr<QPromise<Core::Expected<Core::PowerState>>>> held;
    void answerHeld()
    {
        for (const auto &promise : std::exchange(held, {})) {
            promise->addResult(power);
            promise->finish();
        }
    }
};

class FakeBmc : public Core::Bmc
{
    Q_OBJECT
public:
    explicit FakeBmc(std::shared_ptr<FakeBmcState> state) : m_state(std::move(state)) { }

    QFuture<Core::Expected<Core::PowerState>> power(std::stop_token) override
    {
        ++m_state->asked;
        auto promise = std::make_shared<QPromise<Core::Expected<Core::PowerState>>>();
        promise->start();
        const auto future = promise->future();
        if (m_state->hangs) {
            m_state->held.push_back(promise);
            return future;
        }
        promise->addResult(m_state->power);
        promise->finish();
        return future;
    }

    QFuture<Core::Expected<void>> setPower(Core::PowerState wanted, std::stop_token) override
    {
        m_state->power = wanted;
        QPromise<Core::Expected<void>> promise;
        promise.start();
        promise.addResult(Core::Expected<void>());
        promise.finish();
        return promise.future();
    }

    QFuture<Core::Expected<void>> order(Core::BmcOrder order, std::stop_token) override
    {
        m_state->orders << order;
        QPromise<Core::Expected<void>> promise;
        promise.start();
        promise.addResult(Core::Expected<void>());
        promise.finish();
        return promise.future();
    }

private:
    std::shared_ptr<FakeBmcState> m_state;
};
} // namespace Testing
